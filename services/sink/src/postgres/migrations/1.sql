-- Articles by id and revision. A corrected article has another revision, and a row of its own.
CREATE TABLE articles (
    id text NOT NULL,
    revision text NOT NULL,
    -- When the pipeline stored the result. A later result for the same revision replaces an earlier one.
    stored_at timestamptz NOT NULL,
    headline text,
    byline text,
    body text NOT NULL,
    source text,
    url text,
    -- Empty if the publisher sent none, or one that is not RFC 3339. The layers have no copy of it; `members` has.
    published_at timestamptz,
    -- The detected language (BCP 47), `und` if undetermined.
    language text,
    summary text,
    -- What else the publisher sent.
    members jsonb NOT NULL,
    PRIMARY KEY (id, revision)
);

CREATE INDEX articles_stored_at ON articles (stored_at);

CREATE TABLE entities (
    article_id text NOT NULL,
    revision text NOT NULL,
    -- From 0, as in the layer. The most salient one is first.
    number integer NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    salience double precision NOT NULL,
    mentions integer NOT NULL,
    -- Ids in other catalogues, by scheme.
    links jsonb NOT NULL,
    link_confidence double precision,
    PRIMARY KEY (article_id, revision, number),
    FOREIGN KEY (article_id, revision) REFERENCES articles (id, revision) ON DELETE CASCADE
);

CREATE INDEX entities_name ON entities (name);

CREATE TABLE mentions (
    article_id text NOT NULL,
    revision text NOT NULL,
    -- From 0, in reading order.
    number integer NOT NULL,
    -- The number of the entity. Dates and amounts have none.
    entity integer,
    field text NOT NULL,
    -- The span in code points of the field, half-open.
    start_offset integer NOT NULL,
    end_offset integer NOT NULL,
    text text NOT NULL,
    type text NOT NULL,
    value text,
    score double precision NOT NULL,
    PRIMARY KEY (article_id, revision, number),
    FOREIGN KEY (article_id, revision) REFERENCES articles (id, revision) ON DELETE CASCADE
);

-- Each layer as the stage wrote it, with what these tables leave out: segments, keywords, provenance.
CREATE TABLE layers (
    article_id text NOT NULL,
    revision text NOT NULL,
    layer text NOT NULL,
    content jsonb NOT NULL,
    PRIMARY KEY (article_id, revision, layer),
    FOREIGN KEY (article_id, revision) REFERENCES articles (id, revision) ON DELETE CASCADE
);
