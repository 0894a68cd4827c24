package hk.itf.infra.benchmark.load;

/**
 * A person with a token of the local issuer, which lasts one hour.
 *
 * @param name login name
 * @param authorization value of the header Authorization
 */
public record Person(String name, String authorization) {}
