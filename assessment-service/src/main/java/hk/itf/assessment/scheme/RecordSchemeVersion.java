package hk.itf.assessment.scheme;

import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
import hk.itf.model.scheme.catalogue.SchemeReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Stores a published scheme version. A stored version with another text is refused, because rules never change. */
@ApplicationScoped
public class RecordSchemeVersion {

    private final SchemeVersions schemes;

    RecordSchemeVersion(SchemeVersions schemes) {
        this.schemes = schemes;
    }

    @Transactional
    public Reception handle(SchemeVersionPublished published) {
        var stored = schemes.sha256Of(published.scheme());
        if (stored.isPresent()) {
            if (!stored.get().equals(published.sha256())) {
                throw new IllegalArgumentException(
                        "scheme " + published.scheme() + " is already stored with another text");
            }
            return Reception.late("scheme " + published.scheme() + " is already stored");
        }
        var read = SchemeReader.read(published.scheme().toString(), published.text());
        if (!read.sha256().equals(published.sha256()) || !read.scheme().ref().equals(published.scheme())) {
            throw new IllegalArgumentException(
                    "the text of " + published.scheme() + " does not match its name and hash");
        }
        schemes.add(new SchemeVersion(published.scheme(), published.text(), read.sha256(), published.actor()));
        return Reception.APPLIED;
    }
}
