package hk.itf.model;

/**
 * A value that a {@link Wording} names, under the name that the text file uses for it.
 *
 * @param name as in {@code {limit}} in the text
 * @param value an amount, a date, an instant, a number, an enum constant with a label, a {@code LocalisedText}, another
 *     {@link Wording}, a list of these, or plain text such as an id
 */
public record NamedValue(String name, Object value) {

    public static NamedValue value(String name, Object value) {
        return new NamedValue(name, value);
    }
}
