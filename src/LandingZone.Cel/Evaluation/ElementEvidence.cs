namespace LandingZone.Cel;

/// <summary>
/// Which elements' observations a macro keeps: those of the element that decided, else those of the elements that
/// matter (errors, or elements kept by a filter), else those of the first elements. Does nothing without a recorder.
/// </summary>
internal struct ElementEvidence(Recorder? recorder)
{
    private readonly Recorder.Mark _start = recorder?.Now() ?? default;
    private Recorder.Mark _element;
    private int _kept;
    private bool _keepsNotable;

    public void StartElement()
    {
        if (recorder is not null)
        {
            _element = recorder.Now();
        }
    }

    /// <summary>This element alone decided.</summary>
    public readonly void Decide() => recorder?.Forget(_start, _element);

    /// <param name="isNotable">Notable elements push out those that are not.</param>
    public void EndElement(bool isNotable)
    {
        if (recorder is null)
        {
            return;
        }

        if (isNotable && !_keepsNotable)
        {
            recorder.Forget(_start, _element);
            _keepsNotable = true;
            _kept = 0;
        }

        if (isNotable == _keepsNotable && _kept < Recorder.KeptElements)
        {
            _kept++;
        }
        else
        {
            recorder.Rollback(_element);
        }
    }
}
