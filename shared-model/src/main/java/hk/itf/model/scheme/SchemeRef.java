package hk.itf.model.scheme;

/** One version of a scheme: what a case is pinned to. */
public record SchemeRef(SchemeId id, int version) {

    public static SchemeRef of(String id, int version) {
        return new SchemeRef(SchemeId.of(id), version);
    }

    @Override
    public String toString() {
        return id + "/v" + version;
    }
}
