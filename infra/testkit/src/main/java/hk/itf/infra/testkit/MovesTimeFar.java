package hk.itf.infra.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/**
 * A test that moves business time by months or years. Runs after all other tests of its module, because their deadlines
 * would pass. Within one application this saves a restart of the application, PostgreSQL and Kafka.
 */
@Order(Integer.MAX_VALUE)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MovesTimeFar {}
