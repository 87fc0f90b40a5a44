-- One script for H2 and PostgreSQL.

CREATE SEQUENCE account_id;

CREATE TABLE account (
  id BIGINT PRIMARY KEY,
  -- In lower case.
  handle VARCHAR(129) NOT NULL UNIQUE,
  -- The number clients see in the profile.
  member_id BIGINT NOT NULL UNIQUE,
  -- PHC form: algorithm, parameters, salt and digest.
  password_hash VARCHAR(512) NOT NULL,
  -- Escaped, as all text that clients choose.
  friendly_name VARCHAR(387) NOT NULL,
  privacy VARCHAR(2) DEFAULT 'AL' NOT NULL CHECK (privacy IN ('AL', 'BL')),
  prompt VARCHAR(1) DEFAULT 'A' NOT NULL CHECK (prompt IN ('A', 'N')),
  -- One higher for every stored change, 1 after 4294967295.
  list_version BIGINT DEFAULT 1 NOT NULL CHECK (list_version BETWEEN 1 AND 4294967295),
  -- One higher for every sign-in.
  epoch BIGINT DEFAULT 0 NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL
);

-- What an account says about itself besides its name: telephone numbers and switches.
CREATE TABLE account_property (
  account_id BIGINT NOT NULL,
  name VARCHAR(8) NOT NULL,
  content VARCHAR(512) NOT NULL,
  PRIMARY KEY (account_id, name)
);
ALTER TABLE account_property ADD CONSTRAINT property_of_account
  FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE;

CREATE TABLE contact_group (
  owner_id BIGINT NOT NULL,
  -- 0 to 29; 0 is the permanent one.
  number SMALLINT NOT NULL CHECK (number BETWEEN 0 AND 29),
  name VARCHAR(512) NOT NULL,
  guid UUID NOT NULL,
  PRIMARY KEY (owner_id, number)
);
ALTER TABLE contact_group ADD CONSTRAINT group_of_owner
  FOREIGN KEY (owner_id) REFERENCES account (id) ON DELETE CASCADE;

-- Whom an owner has on lists. The reverse list is not kept: it is the forward lists of others.
CREATE TABLE contact (
  owner_id BIGINT NOT NULL,
  contact_id BIGINT NOT NULL,
  -- Sum of 1 (FL), 2 (AL) and 4 (BL); AL and BL exclude each other.
  lists SMALLINT NOT NULL CHECK (lists IN (1, 2, 3, 4, 5)),
  -- Bit n for group n; some group exactly for those on FL.
  group_mask INTEGER NOT NULL,
  nickname VARCHAR(387) NOT NULL,
  guid UUID NOT NULL,
  PRIMARY KEY (owner_id, contact_id),
  CHECK ((lists IN (1, 3, 5) AND group_mask <> 0) OR (lists IN (2, 4) AND group_mask = 0))
);
-- Before the constraint, so that H2 uses it and does not make another.
CREATE INDEX contact_of_others ON contact (contact_id);
ALTER TABLE contact ADD CONSTRAINT contact_of_owner
  FOREIGN KEY (owner_id) REFERENCES account (id) ON DELETE CASCADE;
ALTER TABLE contact ADD CONSTRAINT contact_is_account
  FOREIGN KEY (contact_id) REFERENCES account (id) ON DELETE CASCADE;

-- Random secrets that all processes of the service share.
CREATE TABLE secret (
  name VARCHAR(64) PRIMARY KEY,
  content BYTEA NOT NULL
);
