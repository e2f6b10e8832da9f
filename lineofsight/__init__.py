"""Line of Sight: from a child's record to the figure that a councillor reads, and back."""

__version__ = "0.1.0"
