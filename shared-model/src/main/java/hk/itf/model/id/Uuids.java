package hk.itf.model.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes and reads UUIDs: version 7 (RFC 9562) for new things, version 8 (a SHA-256 digest) for derived ones. */
public final class Uuids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The lowest id in the order of PostgreSQL: the start of an ascending list, and an unused query parameter. */
    public static final UUID LOWEST = new UUID(0L, 0L);

    /** The highest id in the order of PostgreSQL: the start of a descending list. */
    public static final UUID HIGHEST = new UUID(-1L, -1L);

    private Uuids() {}

    /** A new id, ordered by time, so that index pages fill in order. No rule reads the time in the id. */
    public static UUID next() {
        var millis = System.currentTimeMillis();
        var high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        var low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Derives an id from its parts. Equal parts give equal ids in every process. */
    public static UUID derived(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8));
            var high = 0L;
            var low = 0L;
            for (var i = 0; i < 8; i++) {
                high = (high << 8) | (digest[i] & 0xff);
                low = (low << 8) | (digest[i + 8] & 0xff);
            }
            return new UUID(
                    (high & 0xffff_ffff_ffff_0fffL) | 0x8000L, (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads the canonical form of 36 characters alone, unlike {@link UUID#fromString}. */
    public static UUID parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
