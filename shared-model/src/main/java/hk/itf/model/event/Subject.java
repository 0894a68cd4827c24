package hk.itf.model.event;

import java.util.UUID;

/** The subject of a review case or clarification: an application, a claim or an amendment. */
public record Subject(Kind kind, UUID id) {

    public enum Kind {
        APPLICATION,
        CLAIM,
        AMENDMENT
    }
}
