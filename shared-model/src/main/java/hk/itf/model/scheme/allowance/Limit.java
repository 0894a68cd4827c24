package hk.itf.model.scheme.allowance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;

/** The limit of an allowance: a number of grants, written {@code 4}, or an amount, written {@code 500000.00 HKD}. */
public sealed interface Limit {

    /** A number of grants. */
    record Count(@JsonValue @Bounds(min = 1, max = 100_000) int most) implements Limit {
        public Count {
            if (most < 1) {
                throw new IllegalArgumentException("a limit must be at least 1");
            }
        }

        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    /** An amount that all grants together must not exceed. */
    record Total(@JsonValue Money most) implements Limit {
        public Total {
            if (!most.isPositive()) {
                throw new IllegalArgumentException("a limit must be more than 0.00");
            }
        }

        @Override
        public String toString() {
            return most.toString();
        }
    }

    /** @throws IllegalArgumentException unless {@code written} is a whole number or an amount like {@code 500000.00 HKD} */
    @JsonCreator
    static Limit of(Object written) {
        return switch (written) {
            case Integer count -> new Count(count);
            case String amount -> new Total(Money.parse(amount));
            default -> throw new IllegalArgumentException("a limit is a whole number or an amount like 500000.00 HKD");
        };
    }
}
