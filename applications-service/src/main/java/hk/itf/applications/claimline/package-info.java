/**
 * Calculates the lines of a claim from the input of the grantee: by month, by row of the application, or as one amount.
 * The room stores nothing and uses the tranches of the room grant and the pinned rules of the room application.
 */
@NullMarked
package hk.itf.applications.claimline;

import org.jspecify.annotations.NullMarked;
