/** The catalogue this service computes with, and its publication to the others. */
@NullMarked
package hk.itf.applications.scheme;

import org.jspecify.annotations.NullMarked;
