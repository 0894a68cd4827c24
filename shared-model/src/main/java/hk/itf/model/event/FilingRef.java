package hk.itf.model.event;

/**
 * Names the filing that a decision judges. Topics are not ordered among each other, so that a decision can arrive before the revision
 * it is about.
 *
 * @param revision 1 for the first filing of the claim or amendment
 * @param contentSha256 the SHA-256 of its content, as the filing states it
 */
public record FilingRef(int revision, String contentSha256) {}
