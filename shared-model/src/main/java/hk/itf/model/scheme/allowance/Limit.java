package hk.itf.model.scheme.allowance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.money.Money;

/** How much a cap or quota allows: a number of grants, or a sum of money. Files write {@code 4} or {@code "500000.00 HKD"}. */
public sealed interface Limit {

    /** At most so many. */
    record Count(@JsonValue int most) implements Limit {
        public Count {
            if (most < 1) {
                throw new IllegalArgumentException("a limit is at least one");
            }
        }

        @Override
        public String toString() {
            return Integer.toString(most);
        }
    }

    /** At most so much in all. */
    record Total(@JsonValue Money most) implements Limit {
        public Total {
            if (!most.isPositive()) {
                throw new IllegalArgumentException("a limit is more than nothing");
            }
        }

        @Override
        public String toString() {
            return most.toString();
        }
    }

    /** @throws IllegalArgumentException unless it is a whole number or an amount such as {@code "500000.00 HKD"} */
    @JsonCreator
    static Limit of(Object written) {
        return switch (written) {
            case Integer count -> new Count(count);
            case String amount -> new Total(Money.parse(amount));
            default -> throw new IllegalArgumentException("a limit is a whole number or an amount");
        };
    }
}
