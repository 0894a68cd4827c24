package hk.itf.model.scheme.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names constants of an enum that a scheme file must not use in this place. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Except {

    /** The excluded words as a scheme file writes them, such as {@code payment}. */
    String[] value();
}
