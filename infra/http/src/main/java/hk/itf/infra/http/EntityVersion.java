package hk.itf.infra.http;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a caller has read, from {@code If-Match}, and the {@code ETag} it came with. */
public record EntityVersion(int value) {

    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,8})\"");

    /**
     * @throws WebApplicationException 428 when the header is missing
     * @throws DomainException {@code invalid-if-match} when it is not an ETag of ours
     */
    public static EntityVersion ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new WebApplicationException(Problem.of(
                            428,
                            "if-match-required",
                            "Say which version you act on: send the ETag you read as If-Match.")
                    .response());
        }
        var matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw DomainException.invalid(
                    "invalid-if-match",
                    "If-Match must be an ETag that was read here, such as \"3\".",
                    List.of(new Violation("", "invalid-if-match", "The header If-Match is malformed.")));
        }
        return new EntityVersion(Integer.parseInt(matcher.group(1)));
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws DomainException stale when the entity has moved on */
    public void require(int current) {
        if (current != value) {
            throw DomainException.stale();
        }
    }
}
