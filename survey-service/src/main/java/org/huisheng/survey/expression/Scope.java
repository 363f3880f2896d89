package org.huisheng.survey.expression;

import org.huisheng.survey.expression.value.Value;
import org.jspecify.annotations.Nullable;

/** Where an expression finds what its names stand for. */
@FunctionalInterface
public interface Scope {

    /** @param ordered whether the order of its items counts when it is compared */
    record Found(Value value, boolean ordered) {
        public Found(Value value) {
            this(value, false);
        }
    }

    /** Null when there is no such name, which is not the same as a name without a value. */
    @Nullable
    Found find(Reference reference);

    /**
     * What is to be said of an element. Nothing where there are none.
     *
     * @param value the value or the panel that is meant besides, undefined for none
     */
    default Value tell(Inquiry inquiry, Value value) {
        return inquiry.subject() == Inquiry.Subject.READY ? Value.Bool.FALSE : Value.UNDEFINED;
    }

    /** The scope of the whole, for what is looked up in rows from anywhere. */
    default Scope outermost() {
        return this;
    }

    /** Looks here first, then there. */
    default Scope orElse(Scope outer) {
        return outer.withNames(reference -> {
            var found = find(reference);
            return found == null ? outer.find(reference) : found;
        });
    }

    /** Other names, in the same place among the elements. */
    default Scope withNames(Scope names) {
        var place = this;
        return new Scope() {
            @Override
            public @Nullable Found find(Reference reference) {
                return names.find(reference);
            }

            @Override
            public Value tell(Inquiry inquiry, Value value) {
                return place.tell(inquiry, value);
            }
        };
    }
}
