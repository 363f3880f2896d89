package org.huisheng.survey.expression;

/** The expression cannot be compiled. */
public final class RefusedExpression extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final int position;

    RefusedExpression(Refusal refusal) {
        this(refusal, 0);
    }

    private RefusedExpression(Refusal refusal, int position) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.position = position;
    }

    RefusedExpression at(int where) {
        return new RefusedExpression(refusal, where);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** How many characters could be read. */
    public int position() {
        return position;
    }
}
