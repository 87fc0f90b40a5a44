-- Who serves whom, where several processes share the database.

-- A node's right to serve: until when, by the clock of the database.
CREATE TABLE node_lease (
  node VARCHAR(128) PRIMARY KEY,
  -- One higher each time the node begins anew: what it did before the lease ran out is void.
  term BIGINT NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The node that holds the session of the epoch, in the term in which it took it; none when nobody is
-- signed in. Whether that still means anything is for the lease to say.
ALTER TABLE account ADD COLUMN session_node VARCHAR(128);
ALTER TABLE account ADD COLUMN session_term BIGINT;
