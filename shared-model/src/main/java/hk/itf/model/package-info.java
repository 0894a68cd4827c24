/** The published language of the platform: values that every service speaks, and nothing that runs. */
@NullMarked
package hk.itf.model;

import org.jspecify.annotations.NullMarked;
