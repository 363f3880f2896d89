package org.huisheng.survey.expression;

/** The expression cannot be compiled. */
public final class RefusedExpression extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedExpression(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
