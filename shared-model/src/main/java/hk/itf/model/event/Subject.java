package hk.itf.model.event;

import java.util.UUID;

/** What a review case or a clarification is about: the application itself, or a claim or amendment of it. */
public record Subject(Kind kind, UUID id) {

    public enum Kind {
        APPLICATION,
        CLAIM,
        AMENDMENT
    }
}
