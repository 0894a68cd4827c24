package hk.itf.model.scheme.question;

/**
 * An entry of a register as it stood when it was chosen: an approved case of another scheme, by its reference.
 *
 * @param reference what people call it, such as {@code TC-2026-000012}
 * @param facts what its scheme says an entry tells: answers of that case by question
 */
public record RegisterEntry(String reference, Answers facts) {}
