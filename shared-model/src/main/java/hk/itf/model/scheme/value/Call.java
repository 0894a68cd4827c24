package hk.itf.model.scheme.value;

/**
 * One opening of a scheme for applications. A scheme administrator opens calls; they are not part of the scheme file.
 *
 * @param id unique within the scheme, such as {@code 2026-1}
 * @param open the days in Hong Kong on which the call takes applications
 */
public record Call(String id, DateRange open) {

    public Call {
        if (!id.matches("[0-9A-Za-z][0-9A-Za-z-]{0,31}")) {
            throw new IllegalArgumentException(
                    "the id of a call has 1 to 32 letters, digits and hyphens and does not begin with a hyphen");
        }
    }
}
