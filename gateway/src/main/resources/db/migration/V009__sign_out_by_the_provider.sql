-- What the provider calls the session in which it vouched for somebody: when it ends there, it says so by this name.
ALTER TABLE session ADD COLUMN provider_session text;
CREATE INDEX session_of_a_provider ON session (provider_session) WHERE provider_session IS NOT NULL;
