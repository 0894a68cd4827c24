package hk.itf.model.scheme.value;

/**
 * One opening of a scheme. Calls are rows that a scheme administrator opens, not part of the file.
 *
 * @param id such as {@code 2026-1}, unique within the scheme
 * @param open the days on which applications are taken, in Hong Kong
 */
public record Call(String id, DateRange open) {

    public Call {
        if (!id.matches("[0-9A-Za-z][0-9A-Za-z-]{0,31}")) {
            throw new IllegalArgumentException("the id of a call has letters, digits and hyphens");
        }
    }
}
