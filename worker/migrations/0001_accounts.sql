-- Who may sign in and for whom: the four tables of better-auth as it generates
-- them (camelCase is its own), made STRICT, and our memberships beside them.
CREATE TABLE "user" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL UNIQUE,
  "emailVerified" INTEGER NOT NULL,
  "image" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
) STRICT;

CREATE TABLE "session" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "expiresAt" TEXT NOT NULL,
  "token" TEXT NOT NULL UNIQUE,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL,
  "ipAddress" TEXT,
  "userAgent" TEXT,
  "userId" TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "session_userId_idx" ON "session" ("userId");

CREATE TABLE "account" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "accountId" TEXT NOT NULL,
  "providerId" TEXT NOT NULL,
  "userId" TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
  "accessToken" TEXT,
  "refreshToken" TEXT,
  "idToken" TEXT,
  "accessTokenExpiresAt" TEXT,
  "refreshTokenExpiresAt" TEXT,
  "scope" TEXT,
  "password" TEXT,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
) STRICT;
CREATE INDEX "account_userId_idx" ON "account" ("userId");
-- Ours: one password a person, also where two make the account at once.
CREATE UNIQUE INDEX account_once ON "account" ("providerId", "accountId");

CREATE TABLE "verification" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expiresAt" TEXT NOT NULL,
  "createdAt" TEXT NOT NULL,
  "updatedAt" TEXT NOT NULL
) STRICT;
CREATE INDEX "verification_identifier_idx" ON "verification" ("identifier");

-- One person in one role for one agency; agency '' stands for the whole province.
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('filer', 'signer', 'aggregator', 'admin', 'auditor')),
  agency TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (person_id, role, agency),
  CHECK ((role IN ('filer', 'signer')) = (agency <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_agency ON memberships (agency);

-- Attempts to sign in that have not succeeded, to slow guessing down.
CREATE TABLE sign_in_failures (
  email TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_email ON sign_in_failures (email, at);
