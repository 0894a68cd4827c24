package hk.itf.model.scheme.value;

/** One version of a scheme, written {@code nittp/v2}. An application keeps its scheme version from its first submission on. */
public record SchemeRef(SchemeId id, int version) {

    public static SchemeRef of(String id, int version) {
        return new SchemeRef(SchemeId.of(id), version);
    }

    /** @throws IllegalArgumentException unless {@code text} has the form {@code nittp/v2} */
    public static SchemeRef parse(String text) {
        var parts = text.split("/v", -1);
        if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("a scheme version is written like nittp/v2");
        }
        return of(parts[0], Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return id + "/v" + version;
    }
}
