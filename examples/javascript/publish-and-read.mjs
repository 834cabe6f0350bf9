#!/usr/bin/env node
// Publishes one article, waits for the enriched article, and prints it.
//
//     npm install @nats-io/transport-node @nats-io/jetstream
//     node publish-and-read.mjs [FILE]
//
// FILE is a plain text; the default is the sample article in `examples`. NATS_URL is the address of the server;
// the default is nats://127.0.0.1:4222. The streams must exist (`wiredesk setup`), and workers of all stages
// must run (`wiredesk worker`).

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { DeliverPolicy, jetstream } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";

const PUBLISH_TO = "articles.v1.received.live";
const READ_FROM = { stream: "ARTICLES_SUMMARIZED", subject: "articles.v1.summarized.live.*" };
const SAMPLE = new URL("../article.txt", import.meta.url);
const PATIENCE_SECONDS = 30;

async function main(path) {
  // Only `body` is required. Our own id makes the result easy to recognise.
  const article = {
    id: `example-${randomUUID()}`,
    body: await readFile(path, "utf8"),
    source: "examples/javascript",
  };

  const servers = process.env.NATS_URL ?? "nats://127.0.0.1:4222";
  const connection = await connect({ servers, reconnect: false }).catch((error) => {
    throw new Error(`no NATS server at ${servers}: ${error.message}`);
  });
  try {
    show(await publishAndRead(jetstream(connection), article));
  } finally {
    await connection.close();
  }
}

async function publishAndRead(js, article) {
  // Subscribe before publishing, and only to new events.
  const consumer = await js.consumers
    .get(READ_FROM.stream, {
      filter_subjects: READ_FROM.subject,
      deliver_policy: DeliverPolicy.New,
    })
    .catch((error) => {
      throw new Error(`${error.message}: create the streams with \`wiredesk setup\``);
    });
  const results = await consumer.consume();

  // The server confirms the article when it is stored. It stores a second article with the same msgID only
  // once, so it is safe to repeat this after an error.
  await js.publish(PUBLISH_TO, JSON.stringify(article), { msgID: article.id });

  let timer;
  const giveUp = new Promise((_, reject) => {
    const reason = `no result within ${PATIENCE_SECONDS} seconds: start workers of all stages with \`wiredesk worker\``;
    timer = setTimeout(() => reject(new Error(reason)), PATIENCE_SECONDS * 1000);
  });
  try {
    return await Promise.race([find(results, article.id), giveUp]);
  } finally {
    clearTimeout(timer);
    await results.close();
  }
}

async function find(results, id) {
  for await (const message of results) {
    const event = message.json();
    if (event.article.id === id) return event;
  }
  throw new Error("the connection was closed before the result arrived");
}

function show(event) {
  console.log(`language: ${event.language.tag} (${event.language.confidence.toFixed(2)})`);
  console.log("entities:");
  for (const entity of event.entities.entities.slice(0, 10)) {
    console.log(`  ${entity.type.padEnd(4)} ${entity.name} ×${entity.mentions}`);
  }
  console.log("summary:");
  // Offsets count Unicode code points. A JavaScript string counts UTF-16 units, so index an array of its characters.
  const body = Array.from(event.article.body);
  for (const index of event.summary.sentences) {
    const { start, end } = event.segments.sentences[index];
    console.log(`  ${body.slice(start, end).join("")}`);
  }
}

main(process.argv[2] ?? SAMPLE).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
