package hk.itf.infra.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A part of a text file. Keys are unique within a section, over all modules of a service. */
public enum TextSection {
    /** Refusals, by problem slug. */
    @JsonProperty("problems")
    PROBLEMS,
    /** Faults of single fields, by fault code. */
    @JsonProperty("fields")
    FIELDS,
    /** Names of things and of enum constants; a constant's key is {@code Type.CONSTANT}. */
    @JsonProperty("labels")
    LABELS,
    /** Notices to applicants, by kind. */
    @JsonProperty("notices")
    NOTICES
}
