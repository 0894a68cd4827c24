package hk.itf.infra.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * For tests that move business time by months: {@code @TestProfile(OwnTime.class)} gives them a stack of their own, so that
 * nobody else's deadlines pass.
 */
public final class OwnTime implements QuarkusTestProfile {}
