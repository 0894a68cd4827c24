package hk.itf.infra.http;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of an entity that the caller has read, as {@code If-Match} names it. */
public record EntityVersion(int value) {

    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    /**
     * Reads the header.
     *
     * @throws DomainException {@code if-match-required} (428) when the header is missing
     * @throws DomainException {@code invalid-if-match} when the header is not an ETag such as {@code "3"}
     */
    public static EntityVersion ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw DomainException.versionRequired();
        }
        var matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw DomainException.invalid("invalid-if-match", List.of(Violation.of("", "invalid-if-match")));
        }
        return new EntityVersion(Integer.parseInt(matcher.group(1)));
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws DomainException {@code stale-version} when the entity has another version */
    public void require(int current) {
        if (current != value) {
            throw DomainException.stale();
        }
    }
}
