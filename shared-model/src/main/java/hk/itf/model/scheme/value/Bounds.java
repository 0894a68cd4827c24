package hk.itf.model.scheme.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits what a scheme file may hold: the value of a number, or the number of entries of a list or map. The generated
 * JSON Schema of scheme files carries these limits.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Bounds {

    /** The smallest permitted value or number of entries, included. */
    int min() default Integer.MIN_VALUE;

    /** The largest permitted value or number of entries, included. */
    int max() default Integer.MAX_VALUE;

    /** Whether the entries of a list must differ from each other. */
    boolean distinct() default false;
}
