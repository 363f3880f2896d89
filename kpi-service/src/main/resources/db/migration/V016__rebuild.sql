-- Each time the cells were made anew, and what came out otherwise.
CREATE TABLE rebuild (
    id           uuid PRIMARY KEY,
    source       text        NOT NULL CHECK (source IN ('OBSERVATIONS', 'LOG')),
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    -- How far it is with the log, in records.
    replayed     bigint      NOT NULL,
    -- How many observations it found, and how many of them only in the log.
    observations bigint,
    recovered    bigint,
    differences  bigint,
    CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
    CHECK (state <> 'DONE' OR (observations IS NOT NULL AND recovered IS NOT NULL AND differences IS NOT NULL))
);
CREATE UNIQUE INDEX rebuild_one_at_a_time ON rebuild ((true)) WHERE state = 'RUNNING';

CREATE TABLE rebuild_difference (
    rebuild_id      uuid     NOT NULL REFERENCES rebuild (id),
    position        bigint   NOT NULL,
    month           date     NOT NULL,
    department      text     NOT NULL,
    metric          text     NOT NULL,
    side            text     NOT NULL,
    -- At most one of the two: what is counted by tag, and in the buckets of the histogram.
    tag             text,
    bucket          smallint,
    n_before        bigint   NOT NULL,
    n_after         bigint   NOT NULL,
    sum_before      numeric,
    sum_after       numeric,
    squares_before  numeric,
    squares_after   numeric,
    sources_before  bigint,
    sources_after   bigint,
    extremes_differ boolean  NOT NULL,
    PRIMARY KEY (rebuild_id, position)
);
