-- Sessions that another node has taken, for the node that had them: the bus may not reach it.

-- Kept for a minute or so, read by the node each time it renews its lease.
CREATE TABLE takeover (
  node VARCHAR(128) NOT NULL,
  handle VARCHAR(129) NOT NULL,
  -- Of the session that is live.
  epoch BIGINT NOT NULL,
  taken_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX takeover_by_node ON takeover (node);
