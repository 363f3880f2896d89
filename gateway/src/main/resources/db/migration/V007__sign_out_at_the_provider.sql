-- What the provider said when it vouched for somebody. It opens nothing; shown to the provider when they sign out here, it says
-- whom to sign out there without asking.
ALTER TABLE session ADD COLUMN id_token text;
