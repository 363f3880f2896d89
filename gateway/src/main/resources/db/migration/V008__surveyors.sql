-- Who may be sent to visit, found among however many who may sign in.
CREATE INDEX account_surveyor ON account (username) WHERE 'SURVEYOR' = ANY (roles) AND NOT disabled;
