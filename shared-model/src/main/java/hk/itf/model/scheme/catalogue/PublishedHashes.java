package hk.itf.model.scheme.catalogue;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SHA-256 hashes of the scheme files that this jar ships, from {@code published.sha256}. A test checks each of these files by
 * the JSON Schema, so that a starting service need not load the schema.
 */
final class PublishedHashes {

    private static final Set<String> HASHES = SchemeCatalogue.resource("/schemes/published.sha256")
            .lines()
            .map(line -> line.split(" +")[0])
            .collect(Collectors.toUnmodifiableSet());

    private PublishedHashes() {}

    static boolean contain(String sha256) {
        return HASHES.contains(sha256);
    }
}
