package hk.itf.model.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The wire name of an event, which outlives the class name. Within a version only optional properties are added. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** The wire name, such as {@code itf.application.submitted.v1}. */
    String value();
}
