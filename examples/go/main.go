// Publishes one article, waits for the enriched article, and prints it.
//
//	go run . [FILE]
//
// FILE is a plain text; the default is the sample article in `examples`. NATS_URL is the address of the server;
// the default is nats://127.0.0.1:4222. The streams must exist (`wiredesk setup`), and workers of all stages must
// run (`wiredesk worker`).
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

const (
	publishTo  = "articles.v1.received.live"
	readStream = "ARTICLES_SUMMARIZED"
	readFrom   = "articles.v1.summarized.live.*"
	sample     = "../article.txt"
	patience   = 30 * time.Second
)

// Article is an article as a publisher sends it. Only Body is required.
type Article struct {
	ID     string `json:"id"`
	Body   string `json:"body"`
	Source string `json:"source"`
}

// Event holds the members of an enriched article that this program shows.
type Event struct {
	Article  Article `json:"article"`
	Language struct {
		Tag        string  `json:"tag"`
		Confidence float64 `json:"confidence"`
	} `json:"language"`
	Segments struct {
		Sentences []struct {
			Start int `json:"start"`
			End   int `json:"end"`
		} `json:"sentences"`
	} `json:"segments"`
	Entities struct {
		Entities []struct {
			Name     string `json:"name"`
			Type     string `json:"type"`
			Mentions int    `json:"mentions"`
		} `json:"entities"`
	} `json:"entities"`
	Summary struct {
		Sentences []int `json:"sentences"`
	} `json:"summary"`
}

func main() {
	path := sample
	if len(os.Args) > 1 {
		path = os.Args[1]
	}
	if err := run(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	body, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	// Our own id makes the result easy to recognise.
	article := Article{ID: "example-" + nuid.Next(), Body: string(body), Source: "examples/go"}

	url := os.Getenv("NATS_URL")
	if url == "" {
		url = nats.DefaultURL
	}
	connection, err := nats.Connect(url)
	if err != nil {
		return fmt.Errorf("no NATS server at %s: %w", url, err)
	}
	defer connection.Close()
	js, err := jetstream.New(connection)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	event, err := publishAndRead(ctx, js, article)
	if err != nil {
		return err
	}
	show(event)
	return nil
}

func publishAndRead(ctx context.Context, js jetstream.JetStream, article Article) (*Event, error) {
	// Subscribe before publishing, and only to new events.
	consumer, err := js.OrderedConsumer(ctx, readStream, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{readFrom},
		DeliverPolicy:  jetstream.DeliverNewPolicy,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: create the streams with `wiredesk setup`", err)
	}
	results, err := consumer.Messages()
	if err != nil {
		return nil, err
	}
	defer results.Stop()
	stop := context.AfterFunc(ctx, results.Stop)
	defer stop()

	// The server confirms the article when it is stored. It stores a second article with the same id only once,
	// so it is safe to repeat this after an error.
	payload, err := json.Marshal(article)
	if err != nil {
		return nil, err
	}
	if _, err := js.Publish(ctx, publishTo, payload, jetstream.WithMsgID(article.ID)); err != nil {
		return nil, err
	}

	for {
		message, err := results.Next()
		if errors.Is(err, jetstream.ErrMsgIteratorClosed) {
			return nil, fmt.Errorf("no result within %v: start workers of all stages with `wiredesk worker`", patience)
		}
		if err != nil {
			return nil, err
		}
		var event Event
		if err := json.Unmarshal(message.Data(), &event); err != nil {
			return nil, err
		}
		if event.Article.ID == article.ID {
			return &event, nil
		}
	}
}

func show(event *Event) {
	fmt.Printf("language: %s (%.2f)\n", event.Language.Tag, event.Language.Confidence)
	fmt.Println("entities:")
	for index, entity := range event.Entities.Entities {
		if index == 10 {
			break
		}
		fmt.Printf("  %-4s %s ×%d\n", entity.Type, entity.Name, entity.Mentions)
	}
	fmt.Println("summary:")
	// Offsets count Unicode code points, which are runes in Go.
	body := []rune(event.Article.Body)
	for _, index := range event.Summary.Sentences {
		sentence := event.Segments.Sentences[index]
		fmt.Printf("  %s\n", string(body[sentence.Start:sentence.End]))
	}
}
