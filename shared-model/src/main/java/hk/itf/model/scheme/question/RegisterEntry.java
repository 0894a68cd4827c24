package hk.itf.model.scheme.question;

/**
 * A register entry as it was when an applicant chose it: an approved application of another scheme.
 *
 * @param reference the reference of that application, such as {@code TC-2026-000012}
 * @param facts the answers of that application which its scheme shows in the register
 */
public record RegisterEntry(String reference, Answers facts) {}
