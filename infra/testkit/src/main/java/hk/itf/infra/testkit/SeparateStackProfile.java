package hk.itf.infra.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Gives a test class a start of its own, with fresh databases and business time as it is today. Each use costs a restart of
 * the application, PostgreSQL and Kafka.
 */
public final class SeparateStackProfile implements QuarkusTestProfile {}
