package hk.itf.model.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Kafka topic of a family of events, and the one service that may send them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {
    String value();

    /** The source of the events, as in their header {@code ce_source}, without its prefix: {@code applications}. */
    String source();
}
