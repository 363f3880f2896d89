-- What respondents may know of the cases their answers opened, as feedback-service tells it. A step is stored once
-- however often and in whichever order it is told. The day and no time: a step may follow at once on an anonymous answer.
CREATE TABLE case_step (
    case_id     uuid NOT NULL,
    step        int  NOT NULL CHECK (step > 0),
    response_id uuid NOT NULL,
    state       text NOT NULL CHECK (state IN
        ('RECEIVED', 'IN_PROGRESS', 'RESOLVED', 'CONFIRMED', 'DISPUTED', 'CLOSED')),
    day         date NOT NULL,
    PRIMARY KEY (case_id, step)
);
CREATE INDEX case_step_response ON case_step (response_id);
