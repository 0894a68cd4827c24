package hk.itf.model.scheme.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the regular expression that a text in a scheme file must match as a whole. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Written {

    /** An id: a lower-case letter, then up to 62 lower-case letters, digits and hyphens, such as {@code pass-mark}. */
    String ID = "[a-z][a-z0-9-]{0,62}";

    /** An amount of Hong Kong dollars with two decimals, such as {@code 35000.00 HKD}; never negative. */
    String AMOUNT = "(0|[1-9][0-9]{0,12})\\.[0-9]{2} HKD";

    String value();
}
