-- One script for H2 and PostgreSQL.

-- What an account signs in with to MSNP2 to MSNP7; no row for one that may not.
CREATE TABLE legacy_secret (
  account_id BIGINT PRIMARY KEY,
  -- AES-256-GCM; the key is in a file outside of the database.
  sealed BYTEA NOT NULL
);
ALTER TABLE legacy_secret ADD CONSTRAINT legacy_secret_of_account
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;
