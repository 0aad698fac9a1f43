-- Failed sign-ins, counted in windows. The shape is the one that rate-limiter-flexible expects of its table; the keys
-- are hashes, so that nobody can read from it who tried to sign in.
CREATE TABLE "SignInThrottle" (
  "key" VARCHAR(255) PRIMARY KEY,
  "points" INTEGER NOT NULL DEFAULT 0,
  -- epoch ms
  "expire" BIGINT
);
CREATE INDEX "SignInThrottle_expire" ON "SignInThrottle" ("expire");
