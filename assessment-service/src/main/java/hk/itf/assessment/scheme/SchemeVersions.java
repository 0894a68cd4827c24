package hk.itf.assessment.scheme;

import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.catalogue.SchemeReader;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The store of scheme versions. A version that a case names is read and parsed once, because it never changes. */
@ApplicationScoped
public class SchemeVersions implements PanacheRepositoryBase<SchemeVersion, String> {

    private final Map<String, Scheme> bySha256 = new ConcurrentHashMap<>();
    private final Map<SchemeRef, Scheme> ofCases = new ConcurrentHashMap<>();

    public Optional<Scheme> stored(SchemeRef ref) {
        return sha256Of(ref).map(sha256 -> bySha256.computeIfAbsent(sha256, unread -> read(ref)));
    }

    /** The latest stored version; empty for an unknown scheme. */
    public Optional<Scheme> newest(SchemeId scheme) {
        return find("select id from SchemeVersion where id like ?1", scheme + "/v%").project(String.class).stream()
                .map(SchemeRef::parse)
                .max(Comparator.comparingInt(SchemeRef::version))
                .flatMap(this::stored);
    }

    /** The version that a case was opened under, which is always stored. */
    public Scheme of(SchemeRef ref) {
        return ofCases.computeIfAbsent(
                ref,
                named -> stored(named)
                        .orElseThrow(() -> new IllegalStateException("a case names the unknown scheme " + named)));
    }

    Optional<String> sha256Of(SchemeRef ref) {
        return find("select sha256 from SchemeVersion where id = ?1", ref.toString())
                .project(String.class)
                .firstResultOptional();
    }

    void add(SchemeVersion version) {
        persist(version);
    }

    private Scheme read(SchemeRef ref) {
        return SchemeReader.read(ref.toString(), findById(ref.toString()).text())
                .scheme();
    }
}
